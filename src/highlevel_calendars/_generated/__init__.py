# Generated from openapi/calendars.yaml: change that file and run `make generate`, do not edit this one.
#
# openapi/calendars.yaml: 9913adb2fe4cc89625ec5f5752ead4846602fda1dad8c0cc4f9a593ee2493540
# generator-config.yml: 0c84d188a56e2d26e0adb2270cb51ebd142ed278711450629d94dcb435261f75
# openapi/*.py: b807722831f4971484445de34ac68ef2aea6b1958db45151831aa41fed5ca4af
# openapi/templates: 80257b5f7545ff007e74e40dd2deada2edcfeaf0e71955db763d89d4c615f64b
# replaced upstream templates: e5f8ef7bccaabbbe841c74232212e68602e8284a07688aef214e6b23d6e422f2
# openapi-python-client: 0.29.1
# ruff: 0.17.5
"""What follows from openapi/calendars.yaml: operations, models and enumerations."""
