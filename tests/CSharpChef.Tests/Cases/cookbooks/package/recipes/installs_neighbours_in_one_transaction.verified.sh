
# package[tree] install (recipes/installs_neighbours_in_one_transaction.csx:1)
u1() {
    { fits "$k0" '[ih]i *' ||
        packages installed tree ''; }
}

# package[hello] install (recipes/installs_neighbours_in_one_transaction.csx:2)
u2() {
    { fits "$k1" '[ih]i *' ||
        packages installed hello ''; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
k0='?' k1='?'
# subjects: asks for the state of all of them.
subjects() {
    echo '=packages'
    printf ':%s\n' tree hello
    echo '=dpkg'
    dpkg-query -W -f '${Package} ${db:Status-Abbrev} ${Version}\n' -- tree hello
}
eval "$(subjects 2>/dev/null | assignments)"
together tree hello
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
