# Needs: facts_shared

# boot_facts: prints when the machine started. One process. Not compared with the rest: setting the clock changes it.
boot_facts() {
    awk "$facts_awk"'
BEGIN {
    while ((getline line < "/proc/stat") > 0) if (split(line, f, " ") == 2 && f[1] == "btime") say("boot_time", f[2])
    close("/proc/stat")
}'
}
