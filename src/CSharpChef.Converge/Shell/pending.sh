# Needs: state

# The file of pending notifications, which later runs read, and the first words of its lines.
pending_file=$state/owed pending=owed finished=paid

# pending_lines: prints a line "NAME WHEN RUN RECIPE TITLE" for each action that is pending, in the order in which they
# were notified.
pending_lines() {
    awk -v "pending=$pending" -v "finished=$finished" '
        $1 == pending { key[NR] = $2 " " $5; at[key[NR]] = NR; text = $0; sub(/^[^ ]+ /, "", text); line[NR] = text }
        $1 == finished && NF > 2 { delete at[$2 " " $3]; delete at[$2 " "] }
        # Earlier releases noted no recipe.
        $1 == finished && NF == 2 { for (i in key) if (index(key[i], $2 " ") == 1) delete at[key[i]] }
        END { for (i = 1; i <= NR; i++) if (i in key && at[key[i]] == i) print line[i] }' "$pending_file"
}

# senders: prints the actions that changed before a barrier, in runs that ended before all notifications of their
# recipes were known, as lines "NAME:RECIPE". A line "sent NAME RECIPE" begins this, and "unsent NAME RECIPE" or
# "known RECIPE" ends it.
senders() {
    awk '
        $1 == "sent" { recipe[$2 ":" $3] = $3 }
        $1 == "unsent" { delete recipe[$2 ":" $3] }
        $1 == "known" { for (key in recipe) if (recipe[key] == $2) delete recipe[key] }
        END { for (key in recipe) print key }' "$pending_file"
}
