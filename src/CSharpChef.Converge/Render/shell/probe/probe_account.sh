# Needs: probe

probe_files="$probe_files /etc/passwd /etc/group"

# ask_owner NAME...: users that own something.
ask_owner() { ask_names owner "$@"; }

# ask_group NAME...: groups.
ask_group() { ask_names group "$@"; }

# shellcheck disable=SC2016
probe_awk=$probe_awk'
section ~ /^\/etc\// { split($0, f, ":") }
section == "/etc/passwd" && ("owner", f[1]) in subject { set(subject["owner", f[1]] "_uid", f[3]) }
section == "/etc/group" && ("group", f[1]) in subject {
    set(subject["group", f[1]] "_gid", f[3])
    set(subject["group", f[1]] "_members", f[3] ":," f[4] ",")
    is_group[subject["group", f[1]]] = 1
}
END { for (i = 0; i < count["group"]; i++) if (!(("group" i) in is_group)) set("group" i "_members", "absent") }'
