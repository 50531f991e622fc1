#!/usr/bin/env bash
# Writes api-spec/examples from real answers, then api-spec/openapi.json from the running service.
# Twice, because the service carries the examples and the description shows them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CXMETRICS_UPDATE_SPEC=1
for filter in ExampleTests OpenApiSpecTests; do
  dotnet test tests/CxMetrics.Api.Tests --filter "FullyQualifiedName~$filter" --logger "console;verbosity=minimal"
done
