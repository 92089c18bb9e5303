"""The format as pydantic models; a folder read as one document is `whole.Scenario`."""
