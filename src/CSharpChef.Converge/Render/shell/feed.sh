# Writes on with content whose transfer broke: TOKEN PATH. What is missing comes on standard input, once asked for.
# The receiver is who writes to that file: its number may be another's by now.
if read -r receiver <"$state/receiver" && [ "$(stat -L -c %d:%i "/proc/$receiver/fd/1" 2>/dev/null)" = "$(stat -c %d:%i "$2")" ]; then
    kill "$receiver" 2>/dev/null
fi
printf '%s have %s\n' "$1" "$(wc -c <"$2")"
cat >>"$2"
