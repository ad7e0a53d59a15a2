
u1() {
    title='package[tree, hello] install (recipes/installs_a_list.csx:1)'
    { fits "$k0" '[ih]i *' ||
        packages installed tree ''; } &&
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
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
