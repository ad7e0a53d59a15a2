t1() { export A_VALUE='it'\''s here'; }
t2() { printf '%s' given; }

u1() {
    title='execute[[ "$(pwd)" = /etc ] && [ "$A_VALUE" = "it'\''s here" ] && [ "$(umask)" = 0027 ] && [ "$(cat)" = given ]] run (recipes/has_folder_variables_umask_and_input.csx:1)'
    execute '[ "$(pwd)" = /etc ] && [ "$A_VALUE" = "it'\''s here" ] && [ "$(umask)" = 0027 ] && [ "$(cat)" = given ]' cwd=/etc umask=027 variables=t1 input=t2
}

u2() {
    title='execute[[ "$(id -un) $HOME" = '\''daemon /usr/sbin'\'' ] && [ "$(pwd)" = / ]] run (recipes/has_folder_variables_umask_and_input.csx:8)'
    runas=daemon
    execute '[ "$(id -un) $HOME" = '\''daemon /usr/sbin'\'' ] && [ "$(pwd)" = / ]'
}

say hello
facts() { :; }
open_journal
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
