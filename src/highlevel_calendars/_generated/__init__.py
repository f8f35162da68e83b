# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
#
# openapi/calendars.yaml: 0151cd5488f9140eea4524ea9af132d9ee42c567a082030beaeb911e36d18ad2
# generator-config.yml: 0c84d188a56e2d26e0adb2270cb51ebd142ed278711450629d94dcb435261f75
# openapi/*.py: 38ceb9c2f5373dcfa7b99fcbea9d032f384aeb225927d86d3b8fb6276adddeb8
# openapi/templates: 765d2475531f6606140a75badd925f10dbd82b098ea9d7610018b904af5deac2
# replaced upstream templates: e5f8ef7bccaabbbe841c74232212e68602e8284a07688aef214e6b23d6e422f2
# openapi-python-client: 0.29.1
# ruff: 0.17.5
"""What follows from openapi/calendars.yaml: operations, models and enumerations."""
