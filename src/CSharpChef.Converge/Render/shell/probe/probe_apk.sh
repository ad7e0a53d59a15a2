# Needs: probe probe_package

probe_files="$probe_files /lib/apk/db/installed"

# ask_package NAME...: packages. What apk keeps of them is a file.
ask_package() { ask_names package "$@"; }

# shellcheck disable=SC2016
probe_awk=$probe_awk'
section == "/lib/apk/db/installed" {
    if (/^P:/) name = substr($0, 3)
    else if (/^V:/) found(name, "installed " substr($0, 3))
    next
}'
