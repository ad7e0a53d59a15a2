
# cron[backup] create (recipes/is_a_block_in_the_table_on_alpine.csx:2)
u1() {
    line /etc/crontabs/root '0 0 * * * A='\''b c'\'' true' block='csharpchef: backup' old=o1
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
run 1
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
