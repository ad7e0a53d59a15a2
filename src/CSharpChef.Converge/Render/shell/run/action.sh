# Needs: output queue

# The settings of an action: the function action1 of the program sets these for action 1, then performs the guards and
# steps.
number=0 title='' notifies_now='' notifies_later='' supersedes='' sender=''
ignore='' retries=0 pause=2 limit='' runas='' hidden=''
# The outcome of the action. The change that is announced and not reported: it is reported once it has been made. With
# $quiet, changes are part of one that is already announced.
changed='' begun='' skipped='' broken='' attempt=0 announced='' quiet=''
# Set in a plan when an action before this one would change something.
changes_before=''
# What a batch has changed for actions that have not run, each as " NUMBER:PACKAGE ".
batch_changes=''

# run NUMBER: performs an action, then what its change notifies. Fails when the run has to end before it, unless a batch
# has made changes for the action, which it then reports.
# Sets: stop number notifies_now notifies_later supersedes sender why
# Sets: ignore retries pause limit runas hidden changed begun skipped broken attempt announced changes_before
run() {
    case $stop$cancelled,$batch_changes in ,* | *" $1:"*) ;; *) return 1 ;; esac
    number=$1 notifies_now='' notifies_later='' supersedes='' sender=''
    ignore='' retries=0 pause=2 limit='' runas='' hidden=''
    changed='' begun='' skipped='' broken='' attempt=0 why=''
    until "action$number" || [ "$skipped" ]; do
        announced=''
        if [ "$mode" = plan ] || [ "$attempt" -ge "$retries" ] || [ "$stop$cancelled" ]; then
            broken=1
            if [ "$changed" ]; then keep_notifications; else drop_notifications; fi
            if [ "$early" ]; then
                say retry "$number"
                say note "$title failed before the first action${why:+ ($why)}: it runs again at the end"
                queue_again "$number"
            else
                say failed "$number"
                [ "$ignore" ] || stop=1
            fi
            return 0
        fi
        attempt=$((attempt + 1))
        say retry "$number"
        sleep "$pause"
    done
    did
    if [ "$skipped" ]; then
        say skipped "$number" "$skipped"
    elif [ -z "$changed" ]; then
        say unchanged "$number"
        drop_notifications
    else
        say changed "$number"
        [ "$mode" = converge ] || changes_before=1
        notify
    fi
}

# notify: takes superseded actions out of the queue, runs the actions that are notified now, and queues the others.
notify() {
    local next=''
    # shellcheck disable=SC2086
    supersede $supersedes
    for next in $notifies_now; do run_notified "$next"; done
    # shellcheck disable=SC2086
    enqueue $notifies_later
}

# run_notified NUMBER: runs an action because of a notification, within another action or after all of them.
run_notified() {
    local number='' title='' notifies_now='' notifies_later='' supersedes='' sender=''
    local ignore='' retries='' pause='' limit='' runas='' hidden='' changed='' begun='' skipped='' broken='' attempt=''
    run "$1" || { keep_pending "$1"; return 0; }
    if [ -z "$broken" ]; then mark_done_unless_queued "$1"; elif [ -z "$early" ]; then keep_pending "$1"; fi
}
