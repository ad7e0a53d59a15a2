
u1() {
    title='package[tree] install (recipes/installs_neighbours_in_one_transaction.csx:1)'
    { fits "$k0" '[ih]i *' ||
        packages installed tree ''; }
}

u2() {
    title='package[hello] install (recipes/installs_neighbours_in_one_transaction.csx:2)'
    { fits "$k1" '[ih]i *' ||
        packages installed hello ''; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
k0='?' k1='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=packages'
    printf ':%s\n' tree hello
    echo '=dpkg'
    dpkg-query -W -f '${Package} ${db:Status-Abbrev} ${Version}\n' -- tree hello
}
eval "$(subjects 2>/dev/null | assignments)"
if ! { fits "$k0" '[ih]i *' && fits "$k1" '[ih]i *'; }; then together tree hello; fi
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
