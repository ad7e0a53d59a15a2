# Needs: state output work action queue journal probed

# The beginning of a program. Its arguments: TOKEN, which marks its result lines; converge or plan; the run's name;
# wait or fail, for when another run has the machine; and who began the run.
token=$1 mode=$2 run=$3 if_busy=$4 who=$5
trap '' HUP
trap : PIPE
\unalias -a
unset secrets CDPATH ENV BASH_ENV GREP_OPTIONS POSIXLY_CORRECT IFS
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
umask 022
exec 4<&0 5>&1 </dev/null

# The state of the run: $dirty is set once anything changed, $stop once an action failed, $cancelled by a signal.
dirty='' stop='' failed='' cancelled='' secrets=''
# What later steps must do: reload the unit files of systemd, flush the disk.
units_changed='' unsynced=''
# A command that starts another in a session of its own.
own=''
if command -v setsid >/dev/null; then own=setsid; fi
# Code for a shell, which the process list must not show: the shell reads it from its file 9.
from_nine='eval "$(cat <&9)" 9<&-'
