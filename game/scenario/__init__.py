"""Scenarios: from the YAML people write to the Tables that the engine runs and the Texts that screens show."""
