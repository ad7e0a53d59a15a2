# One process. Told and compared apart from the rest: a clock that is set moves it.
volatile_facts() {
    awk "$facts_awk"'
BEGIN {
    while ((getline line < "/proc/stat") > 0) if (split(line, f, " ") == 2 && f[1] == "btime") say("boot_time", f[2])
    close("/proc/stat")
}'
}
