"""Developers' commands: yardsticks, benchmarks, learning, and tests of the tests."""
