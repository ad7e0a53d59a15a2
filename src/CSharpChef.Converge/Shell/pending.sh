# Needs: state

# The file of pending notifications, which later runs read, and the first words of its lines.
pending_file=$state/owed pending=owed finished=paid

# pending_lines: prints a line "NAME WHEN RUN RECIPE TITLE" for each action that is pending, in the order in which they
# were notified.
pending_lines() {
    awk -v "pending=$pending" -v "finished=$finished" '
        $1 == pending { at[$2] = NR; text = $0; sub(/^[^ ]+ /, "", text); line[NR] = text }
        $1 == finished { delete at[$2] }
        { name[NR] = $2 }
        END { for (i = 1; i <= NR; i++) if (at[name[i]] == i) print line[i] }' "$pending_file"
}

# senders: prints the names of the actions that changed before a barrier, in runs that ended before all notifications of
# their recipes were known: lines "sent NAME RECIPE", which "unsent NAME" and "known RECIPE" end.
senders() {
    awk '
        $1 == "sent" { recipe[$2] = $3 }
        $1 == "unsent" { delete recipe[$2] }
        $1 == "known" { for (name in recipe) if (recipe[name] == $2) delete recipe[name] }
        END { for (name in recipe) print name }' "$pending_file"
}
