t1() { export A_VALUE='it'\''s here'; }
t2() { printf '%s' given; }

# execute[[ "$(pwd)" = /etc ] && [ "$A_VALUE" = "it's here" ] && [ "$(umask)" = 0027 ] && [ "$(cat)" = given ]] run (recipes/has_folder_variables_umask_and_input.csx:1)
u1() {
    execute '[ "$(pwd)" = /etc ] && [ "$A_VALUE" = "it'\''s here" ] && [ "$(umask)" = 0027 ] && [ "$(cat)" = given ]' cwd=/etc umask=027 variables=t1 input=t2
}

# execute[[ "$(id -un) $HOME" = 'daemon /usr/sbin' ] && [ "$(pwd)" = / ]] run (recipes/has_folder_variables_umask_and_input.csx:8)
u2() {
    runas=daemon
    execute '[ "$(id -un) $HOME" = '\''daemon /usr/sbin'\'' ] && [ "$(pwd)" = / ]'
}

say hello
facts() { :; }
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
