# Needs: state action output

# $queue: the actions to run at the end, each followed by a space. $ran: those that ran from there, as ",3,".
queue='' ran=''
# Names of actions that outlive this run, as " 3=NAME 4=NAME ".
pending_names=''
# The file of pending notifications, which later runs read, and the first words of its lines.
pending_file=$state/owed pending=owed finished=paid

# enqueue NUMBER...: queues actions for the end of the run, each once while it waits and twice in all.
# Sets: queue
enqueue() {
    local next=''
    for next; do
        case " $queue :$ran" in
            *" $next "*:*) ;;
            *:*",$next,"*",$next,"*) mark "$finished" "$next" ;;
            *) queue="$queue$next " && mark "$pending" "$next" ;;
        esac
    done
}

# supersede NUMBER...: takes actions out of the queue.
# Sets: queue
supersede() {
    local next=''
    for next; do
        case " $queue" in *" $next "*)
            queue=" $queue"
            queue="${queue%%" $next "*} ${queue#*" $next "}"
            queue=${queue# }
            mark "$finished" "$next"
            ;;
        esac
    done
}

# run_queue: runs the queued actions, also after a failure.
# Sets: failed queue ran stop
run_queue() {
    local next=''
    failed=$stop$cancelled
    while [ "$queue" ] && [ -z "$cancelled" ]; do
        next=${queue%% *} queue=${queue#* } stop=''
        ran="$ran,$next,"
        run_notified "$next"
        [ -z "$stop$cancelled" ] || failed=1
    done
}

# mark WORD NUMBER: notes in $pending_file, for later runs too, that an action is pending, or is not pending any
# more.
mark() {
    local name=''
    case $journal$pending_names in 1*" $2="*) ;; *) return 0 ;; esac
    name=${pending_names#*" $2="}
    printf '%s %s\n' "$1" "${name%% *}" >>"$pending_file"
}

# report_queue: reports the queue to the controller, which begins the next program with it.
report_queue() { say "$pending" "$queue"; }

# mark_done_unless_queued NUMBER: an action is not pending any more, unless it waits in the queue.
mark_done_unless_queued() {
    case " $queue" in *" $1 "*) ;; *) mark "$finished" "$1" ;; esac
}

# record_notifications: marks what a change notifies as pending, on the disk, before the change is made: afterwards
# the change would not be found again by a later run.
record_notifications() {
    local next=''
    [ "$mode$journal" = converge1 ] || return 0
    for next in $notifies_now $notifies_later; do mark "$pending" "$next"; done
    sync "$pending_file" 2>/dev/null
}

# drop_notifications: the action made no change, or failed, so that it notifies nothing.
drop_notifications() {
    local next=''
    [ "$begun" ] || return 0
    for next in $notifies_now $notifies_later; do mark_done_unless_queued "$next"; done
}

# queue_pending: queues what earlier runs left pending, where the recipe still has it.
queue_pending() {
    local name='' rest=''
    [ -s "$pending_file" ] || return 0
    # shellcheck disable=SC2013
    for name in $(awk -v "pending=$pending" '
        { if ($1 == pending) at[$2] = ++n; else delete at[$2] }
        END { for (name in at) print at[name], name }' "$pending_file" | sort -n | sed 's/.* //'); do
        case $pending_names in *"=$name "*)
            rest=${pending_names%"=$name "*}
            enqueue "${rest##* }"
            ;;
        esac
    done
}
