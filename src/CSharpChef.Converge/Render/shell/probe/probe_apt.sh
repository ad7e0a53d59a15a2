# Needs: probe probe_package

# ask_package NAME...: prints the state of packages as dpkg keeps it.
ask_package() {
    ask_names package "$@"
    echo '=dpkg'
    dpkg-query -W -f '${Package} ${db:Status-Abbrev} ${Version}\n' -- "$@"
}

# shellcheck disable=SC2016
probe_awk=$probe_awk'
section == "dpkg" {
    sub(/:.*/, "", $1)
    found($1, ($2 ~ /^[ih]i$/ ? "installed " : $2 ~ /^[ih]/ ? "broken " : "removed ") $3)
    next
}'
