# Needs: output

# receive SUM SIZE: prints content by its checksum: from a file that this run wrote, or as it comes over the connection.
receive() {
    local receiver='' code=0 tries=0
    if [ "$received_sum" = "$1" ] && [ -f "$received_at" ]; then cat -- "$received_at"; return; fi
    say need "$1" "$new"
    # On a full disk tee still takes what comes, so that the connection does not stop in the middle of it.
    head -c "$2" <&4 3>&- 5>&- 7>&- | tee /dev/null 3>&- 4<&- 5>&- 7>&- &
    receiver=$!
    printf '%s\n' "$receiver" >|"$state/receiver" 2>/dev/null
    wait "$receiver" || code=$?
    case $code in 0 | 129 | 1[3-9]?) ;; *) return 1 ;; esac
    # The connection was lost: the controller makes another one, ends the receiver and writes on where it stopped.
    while [ "$(wc -c <"$new")" -lt "$2" ] && may_retry; do
        [ "$(df -P -- "$new" | awk 'NR == 2 { print $4 }')" != 0 ] || return 1
        tries=$((tries + 1))
        sleep 1
    done
}

# may_retry: whether to wait for the rest: 5 minutes, half of one when another run waits, and not once this one is
# cancelled.
may_retry() {
    local ended=''
    [ ! -s "$state/cancel" ] || read -r ended <"$state/cancel"
    [ "$ended" != "$run" ] && [ "$tries" -lt 300 ] && { [ "$tries" -lt 30 ] || [ ! -s "$state/waiting" ]; }
}
