# assignments: what the machine said of all subjects, as shell variables.
assignments() {
    exec awk -v "quote='" '
        function set(name, value,    part, n, i) {
            n = split(value, part, quote)
            value = part[1]
            for (i = 2; i <= n; i++) value = value quote "\\" quote quote part[i]
            print name "=" quote value quote
        }
        function known(text) {
            if (text in at) return text
            if (substr(text, 1, 1) == quote) text = substr(text, 2, length(text) - 2)
            return text in at ? text : ""
        }
        function split_link(text,    from, cut, path) {
            from = 0
            while (cut = index(substr(text, from + 1), " -> ")) {
                from += cut
                path = known(substr(text, 1, from - 1))
                if (path != "") {
                    to = substr(text, from + 4)
                    if (substr(text, 1, 1) == quote) to = substr(to, 2, length(to) - 2)
                    return path
                }
            }
            return ""
        }
        function count_line(i,    re) {
            re = pattern[i]
            if (re != "" && $0 ~ re) { hits[i]++; if ($0 == text[i]) good[i]++ }
            else if ($0 == text[i]) exact[i]++
        }
        function close_unit() {
            if (open) set("v" row, load " " active " " enabled " " stale)
            load = active = enabled = stale = ""
            open = 0
            row++
        }
        FILENAME == "/etc/passwd" {
            split($0, f, ":")
            if (f[1] in uid_of) set(uid_of[f[1]], f[3])
            if (f[1] in user_of) set("w" user_of[f[1]], f[3] ":" f[4] ":" f[5] ":" f[6] ":" f[7])
            next
        }
        FILENAME == "/etc/group" {
            split($0, f, ":")
            if (f[1] in gid_of) set(gid_of[f[1]], f[3])
            if (f[1] in group_of) set("g" group_of[f[1]], f[3] ":," f[4] ",")
            n = split(f[4], member, ",")
            for (i = 1; i <= n; i++) if (member[i] in user_of) groups[member[i]] = groups[member[i]] f[1] " "
            next
        }
        FILENAME == "/etc/shadow" { split($0, f, ":"); if (f[1] in user_of) set("x" user_of[f[1]], f[2]); next }
        FILENAME == "/lib/apk/db/installed" {
            if (/^P:/) name = substr($0, 3)
            else if (/^V:/ && name in package_at) { set("k" package_at[name], "ii " substr($0, 3)); seen[name] = 1 }
            next
        }
        /^=/ { if (open) close_unit(); section = substr($0, 2); row = 0; next }
        section == "files" { at[substr($0, 2)] = "f" (files + 0); sum_at[substr($0, 2)] = "s" (files + 0); files++; next }
        section == "paths" { at[substr($0, 2)] = "d" row; link_at[substr($0, 2)] = "l" row; row++; next }
        section == "stat" {
            rest = substr($0, length($1 $2 $3) + 4)
            path = $1 ~ /^a/ ? split_link(rest) : known(rest)
            if (path == "") next
            set(at[path], $1 " " $2 " " $3)
            if ($1 ~ /^a/ && path in link_at) set(link_at[path], to)
            next
        }
        section == "sums" { path = substr($0, 67); if (path in sum_at) set(sum_at[path], $1); next }
        section == "packages" { package_at[substr($0, 2)] = row++; next }
        section == "dpkg" {
            sub(/:.*/, "", $1)
            if ($1 in package_at) { set("k" package_at[$1], $2 " " $3); seen[$1] = 1 }
            next
        }
        section == "rpm" { if ($1 in package_at) { set("k" package_at[$1], "ii " $2); seen[$1] = 1 } next }
        section == "units" {
            if ($0 == "") { close_unit(); next }
            open = 1
            cut = index($0, "=")
            key = substr($0, 1, cut - 1)
            value = substr($0, cut + 1)
            if (key == "LoadState") load = value
            else if (key == "ActiveState") active = value
            else if (key == "UnitFileState") enabled = value
            else if (key == "NeedDaemonReload") stale = value
            next
        }
        section == "owners" { uid_of[substr($0, 2)] = "uid" row++; next }
        section == "groups" { gid_of[substr($0, 2)] = "gid" row++; next }
        section == "users" { user_of[substr($0, 2)] = row++; next }
        section == "accounts" { group_of[substr($0, 2)] = row++; next }
        section == "lines" {
            i = int(row / 3)
            if (row % 3 == 0) line_path[i] = substr($0, 2); else if (row % 3 == 1) text[i] = substr($0, 2); else { pattern[i] = substr($0, 2); count = i + 1 }
            row++; next
        }
        END {
            if (open) close_unit()
            for (name in package_at) if (!(name in seen)) set("k" package_at[name], "")
            for (name in user_of) set("m" user_of[name], " " groups[name])
            for (i = 0; i < count; i++) {
                while ((getline <line_path[i]) > 0) count_line(i)
                close(line_path[i])
                set("n" i, hits[i] == 0 && exact[i] || hits[i] == 1 && good[i] == 1 ? "there" : hits[i] + exact[i] == 0 ? "gone" : "")
            }
        }' - "$@"
}
