t1() { printf '%s' 'set -eu
x='\''it is'\''
test "$x" = '\''it is'\''
cat >/dev/null
'; }
t2() { printf '%s' '[[ $BASH_VERSION ]] && declare -a list=(1 2) && [[ ${#list[@]} = 2 ]]'; }
t3() { printf '%s' '[ "$(id -un)" = daemon ]'; }

u1() {
    title='script[in sh] run (recipes/gives_the_text_to_an_interpreter.csx:1)'
    execute sh script=t1
}

u2() {
    title='script[in bash] run (recipes/gives_the_text_to_an_interpreter.csx:2)'
    execute bash script=t2
}

u3() {
    title='script[as somebody] run (recipes/gives_the_text_to_an_interpreter.csx:7)'
    runas=daemon
    execute sh script=t3
}

say hello
facts() { :; }
open_journal
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
