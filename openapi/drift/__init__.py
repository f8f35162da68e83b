"""What the vendor's documentation says and `openapi/calendars.yaml` does not, or no longer.

Readers turn a page (`docusaurus`, `flat`) or an OpenAPI document (`document`) into one model of facts with their lines
(`facts`); `comparison` compares two of them, `departures` recognises what the document departs from on purpose, and
`text`, `markdown` and `data` write the report. A development tool: the SDK never imports it.
"""
