# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
#
# openapi/calendars.yaml: 512eaf7f73268e130017247f10ab06934d8e4bd68b5adb1163384389636baf4f
# generator-config.yml: 0c84d188a56e2d26e0adb2270cb51ebd142ed278711450629d94dcb435261f75
# openapi/*.py: 38ceb9c2f5373dcfa7b99fcbea9d032f384aeb225927d86d3b8fb6276adddeb8
# openapi/templates: 9a2a962647602b4b5f19dfcd2d730a6ab654a23d433cdfae43e49e137f821298
# replaced upstream templates: e5f8ef7bccaabbbe841c74232212e68602e8284a07688aef214e6b23d6e422f2
# openapi-python-client: 0.29.1
# ruff: 0.17.5
"""What follows from openapi/calendars.yaml: operations, models and enumerations."""
