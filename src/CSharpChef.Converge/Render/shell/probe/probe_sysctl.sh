# Needs: probe

# ask_sysctl KEY FILE...: kernel parameters, and the files with their persistent values.
ask_sysctl() {
    echo '=sysctls'
    printf ':%s\n' "$@"
}

# shellcheck disable=SC2016
probe_awk=$probe_awk'
function words_of(file,   line, text, part, n, i) {
    text = ""
    while ((getline line < file) > 0) {
        n = split(line, part, " ")
        for (i = 1; i <= n; i++) text = text (text == "" ? "" : " ") part[i]
    }
    close(file)
    return text
}
section == "sysctls" {
    sysctl[sysctls++] = substr($0, 2)
    next
}
END {
    for (i = 0; i < sysctls; i += 2) {
        set("sysctl" (i / 2) "_running", words_of("/proc/sys/" sysctl[i]))
        set("sysctl" (i / 2) "_config", words_of(sysctl[i + 1]))
    }
}'
