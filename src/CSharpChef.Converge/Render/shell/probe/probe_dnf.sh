# Needs: probe probe_package

# ask_package NAME...: prints the versions of installed packages. When rpm answers, it knows at least itself.
ask_package() {
    ask_names package "$@"
    echo '=rpm'
    rpm -q --qf ':%{NAME} %{ARCH} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\n' rpm "$@"
}

# shellcheck disable=SC2016
probe_awk=$probe_awk'
section == "rpm" {
    if (!sub(/^:/, "")) next
    if ($1 == "rpm") packages_answered = 1
    found($1, "installed " $3)
    found($1 "." $2, "installed " $3)
    next
}'
