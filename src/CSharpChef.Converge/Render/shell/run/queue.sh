# Needs: state action output pending

# $queue: the actions to run at the end, each followed by a space. $ran: those that ran from there, as ",3,".
queue='' ran=''
# What a later run must know of the actions that notifications name: a line "NUMBER NAME RECIPE TITLE" for each, between
# line ends.
notified_actions=''
# The recipes that ran, each between blanks, once all have run.
recipes=''
# The actions that earlier programs of this run notify, as words NAME:RECIPE between blanks: those programs have
# reported what is pending of them.
notified_before=''
# The actions that earlier runs left pending and that run before the first action.
pending_first=''
# Set while pending actions run before the first action.
early=''

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

# queue_again NUMBER: queues an action that failed before the first action. Its note stays as it is: it was notified
# immediately.
# Sets: queue
queue_again() {
    case " $queue" in *" $1 "*) ;; *) queue="$queue$1 " ;; esac
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

# run_queue: runs the queued actions, also after a failure. When the run is cancelled, they stay pending.
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
    for next in $queue; do keep_pending "$next"; done
}

# mark WORD NUMBER [now]: notes in $pending_file, for later runs too, that an action is pending, for the start of the
# next run or for its end, or is not pending any more.
mark() {
    local line='' name='' rest=''
    case $journal$notified_actions in 1*"$nl$2 "*) ;; *) return 0 ;; esac
    line=${notified_actions#*"$nl$2 "}
    line=${line%%"$nl"*} name=${line%% *} rest=${line#* }
    if [ "$1" = "$pending" ]; then
        printf '%s %s %s %s %s\n' "$1" "$name" "${3:-later}" "$run" "$rest"
    else
        printf '%s %s %s\n' "$1" "$name" "${rest%% *}"
    fi >>"$pending_file"
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
    for next in $notifies_now; do mark "$pending" "$next" now; done
    for next in $notifies_later; do mark "$pending" "$next"; done
    [ -z "$sender" ] || printf 'sent %s\n' "$sender" >>"$pending_file"
    sync "$pending_file" 2>/dev/null
}

# drop_notifications: the action made no change, so that it notifies nothing.
drop_notifications() {
    local next=''
    [ "$begun" ] || return 0
    for next in $notifies_now $notifies_later; do mark_done_unless_queued "$next"; done
    [ -z "$sender" ] || [ -z "$journal" ] || printf 'unsent %s\n' "$sender" >>"$pending_file"
}

# keep_notifications: the action failed after a change, which a later run would not find again: what it notifies stays
# pending for the next run.
keep_notifications() {
    local next=''
    for next in $notifies_now $notifies_later; do keep_pending "$next"; done
}

# late NUMBER now|later sent|unknown NAME:RECIPE...: queues an action that these actions before the last barrier notify,
# when one of them changed: in this run, or in an earlier one that ended before the notification was known.
# Sets: pending_first
late() {
    local receiver="$1" when="$2" known="$3"
    shift 3
    [ "$known" = sent ] || was_sent "$@" || return 0
    if [ "$when" = now ]; then
        mark "$pending" "$receiver" now
        case " $pending_first" in *" $receiver "*) ;; *) pending_first="$pending_first$receiver " ;; esac
    else
        enqueue "$receiver"
    fi
}

# was_sent NAME:RECIPE...: whether one of these actions changed in a run that ended before all its notifications were
# known.
was_sent() {
    local sender='' senders=''
    [ -s "$pending_file" ] && senders=" $(senders | tr '\n' ' ')" || return 1
    for sender; do
        case $senders in *" $sender "*) return 0 ;; esac
    done
    return 1
}

# forget_senders: all notifications of the recipes are known and recorded.
forget_senders() {
    local recipe=''
    { [ "$journal" ] && [ -s "$pending_file" ]; } || return 0
    for recipe in $recipes; do printf 'known %s\n' "$recipe" >>"$pending_file"; done
}

# keep_pending NUMBER: a notified action failed, or the run ended before it. It stays pending for the next run.
keep_pending() {
    local line=''
    [ "$mode$journal" = converge1 ] || return 0
    line=${notified_actions#*"$nl$1 "}
    line=${line%%"$nl"*}
    line=${line#* }
    say kept "$1" "${line#* }"
}

# anything_pending: whether something is pending after this run, or the file cannot be read.
anything_pending() {
    local lines=''
    [ -s "$pending_file" ] || return 1
    lines=$(pending_lines && senders) || return 0
    [ "$lines" ]
}

# failure_in RUN TITLE: prints why a notified action failed in a run that left it pending.
failure_in() {
    wanted=$2 awk '
        $1 == "why" {
            text = $0
            sub(/^why [0-9]+ /, "", text)
            why[$2] = text
        }
        $1 == "kept" {
            title = $0
            sub(/^kept [0-9]+ /, "", title)
            if (title == ENVIRON["wanted"]) reason = why[$2]
        }
        END { print reason }' "$state/runs/$1" 2>/dev/null
}

# queue_pending: queues what earlier runs left pending, where a recipe still notifies it. What a recipe of this run does
# not notify any more is dropped, and what belongs to other recipes stays.
# Sets: pending_first
queue_pending() {
    local name='' when='' since='' recipe='' what='' number='' lines='' reason='' known=''
    [ -s "$pending_file" ] || return 0
    if ! lines=$(pending_lines); then
        say note "cannot read $pending_file: what it holds stays pending"
        return 0
    fi
    while read -r name when since recipe what; do
        case "$name,$notified_before" in ,* | *" $name:${recipe:+$recipe }"*) continue ;; esac
        known="$name ${recipe:+$recipe }"
        case $notified_actions in
            *" $known"*)
                number=${notified_actions%%" $known"*}
                number=${number##*"$nl"}
                reason=$(failure_in "$since" "$what")
                since=${since:+ since the run $since}${reason:+, where it failed: $reason}
                say note "${what:-an action} is pending$since"
                [ "$mode" = converge ] || say kept "$number"
                if [ "$when" = now ]; then
                    pending_first="$pending_first$number "
                else
                    enqueue "$number"
                fi
                ;;
            *) drop_pending "$name" "$recipe" "$what" ;;
        esac
    done <<END
$lines
END
}

# drop_pending NAME RECIPE TITLE: drops a pending notification when its recipe ran and does not notify its action.
# Releases that did not note the recipe noted no title either.
drop_pending() {
    local is_not='is not'
    [ "$mode" = converge ] || is_not='would not be'
    case "$recipes:$2" in
        *" $2 "*:* | ' '*:)
            say note "${3:-an action} $is_not pending any more: ${2:-no recipe of this run} does not notify it"
            [ -z "$journal" ] || printf '%s %s %s\n' "$finished" "$1" "$2" >>"$pending_file"
            ;;
    esac
}

# run_pending: runs what was notified immediately in an earlier run and stayed pending. What fails is tried again at
# the end: an action of this run may mend it.
# Sets: early
run_pending() {
    local next=''
    early=1
    for next in $pending_first; do run_notified "$next"; done
    early=''
}
