
# file[/srv/case/stamp] touch (recipes/touches_a_file_every_time.csx:1)
u1() {
    touched /srv/case/stamp
}

say hello
facts() { :; }
run 1
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
