# Needs: probe probe_account

[ ! -r /etc/shadow ] || probe_files="$probe_files /etc/shadow"

# ask_user NAME...: users.
ask_user() { ask_names user "$@"; }

# shellcheck disable=SC2016
probe_awk=$probe_awk'
section == "/etc/passwd" && ("user", f[1]) in subject {
    set(subject["user", f[1]] "_account", f[3] ":" f[4] ":" f[5] ":" f[6] ":" f[7])
    is_user[subject["user", f[1]]] = 1
}
section == "/etc/group" {
    n = split(f[4], member, ",")
    for (i = 1; i <= n; i++) {
        if (!(("user", member[i]) in subject)) continue
        name = subject["user", member[i]]
        groups[name] = groups[name] f[1] " "
    }
}
section == "/etc/shadow" && ("user", f[1]) in subject { set(subject["user", f[1]] "_password", f[2]) }
END {
    for (i = 0; i < count["user"]; i++) {
        if (!(("user" i) in is_user)) set("user" i "_account", "absent")
        set("user" i "_groups", " " groups["user" i])
    }
}'
