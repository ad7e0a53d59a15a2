# Needs: probe probe_package

# ask_package NAME...: prints the versions of installed packages.
ask_package() {
    ask_names package "$@"
    echo '=rpm'
    rpm -q --qf '%{NAME} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\n' "$@"
}

# shellcheck disable=SC2016
probe_awk=$probe_awk'
section == "rpm" {
    found($1, "installed " $2)
    next
}'
