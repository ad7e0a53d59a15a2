
# link[/srv/case/second-name] create (recipes/shares_a_file_when_hard.csx:1)
u1() {
    hard_link /srv/case/second-name /srv/case/first-name
}

say hello
facts() { :; }
run 1
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
