
u1() {
    title='package[tree] remove (recipes/removes_and_purges.csx:1)'
    { fits "$k0" '[!ih]*' ||
        packages removed tree ''; }
}

u2() {
    title='package[fleet-demo] purge (recipes/removes_and_purges.csx:2)'
    { same "$k1" '' ||
        packages purged fleet-demo ''; }
}

u3() {
    title='package[never-there] remove (recipes/removes_and_purges.csx:3)'
    { fits "$k2" '[!ih]*' ||
        packages removed never-there ''; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
k0='?' k1='?' k2='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=packages'
    printf ':%s\n' tree fleet-demo never-there
    echo '=dpkg'
    dpkg-query -W -f '${Package} ${db:Status-Abbrev} ${Version}\n' -- tree fleet-demo never-there
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
