
u1() {
    title='package[fleet-demo] install (recipes/upgrades_to_another_version.csx:1)'
    { fits "$k0" '[ih]i 1.1*' ||
        packages installed fleet-demo '1.1*'; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
k0='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=packages'
    printf ':%s\n' fleet-demo
    echo '=dpkg'
    dpkg-query -W -f '${Package} ${db:Status-Abbrev} ${Version}\n' -- fleet-demo
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
