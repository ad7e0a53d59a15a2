# Needs: state pending

# Lists the runs whose journals are kept, the newest first: TOKEN.
alive || holder=''
for journal in "$state"/runs/*; do
    [ ! -f "$journal" ] || awk -v "token=$1" -v "run=${journal##*/}" -v "holder=$holder" '
        # The resource of an action. Names that are hidden may be those of several resources.
        function resource(title, number) {
            sub(/ [^ ]+$/, "", title)
            return index(title, "***") ? title number : title
        }
        $1 == "run" { who = $0; sub(/^run [^ ]+ /, "", who) }
        $1 == "begin" { at = $0; sub(/^begin [0-9]+ /, "", at); of[$2] = resource(at, $2) }
        $1 == "changed" { changed[of[$2]] = 1 }
        $1 == "failed" { failed[of[$2]] = 1 }
        /^(changed|unchanged|failed|skipped) / { at = "" }
        $1 == "cancelled" { cancelled = 1 }
        $1 == "end" { ended = 1; bad = $2 != 0 }
        END {
            state = cancelled ? "cancelled" : bad ? "failed" : "finished"
            if (!ended) state = "interrupted"
            if (run == holder) state = "running"
            for (name in changed) if (!(name in failed)) count++
            print token, state, run, count + 0, who
            if (at != "" && !ended) print token, "at", run, at
        }' "$journal"
done
[ ! -s "$pending_file" ] || pending_lines | awk -v "token=$1" '{ print token, "pending", $0 }'
printf '%s over\n' "$1"
