t1() { printf '%s' 'set -eu
x='\''it is'\''
test "$x" = '\''it is'\''
cat >/dev/null
'; }
t2() { printf '%s' '[[ $BASH_VERSION ]] && declare -a list=(1 2) && [[ ${#list[@]} = 2 ]]'; }
t3() { printf '%s' '[ "$(id -un)" = daemon ]'; }

# script[in sh] run (recipes/gives_the_text_to_an_interpreter.csx:1)
u1() {
    execute sh script=t1
}

# script[in bash] run (recipes/gives_the_text_to_an_interpreter.csx:2)
u2() {
    execute bash script=t2
}

# script[as somebody] run (recipes/gives_the_text_to_an_interpreter.csx:7)
u3() {
    runas=daemon
    execute sh script=t3
}

say hello
facts() { :; }
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
