"""The pure rules engine: state and move in, step out, or a refusal with a reason."""
