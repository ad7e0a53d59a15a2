using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CSharpChef.Converge.Cookbooks.Json;

/// <summary>Finds the line and column of a value in a JSON file that people wrote.</summary>
internal sealed class JsonPlaces(ReadOnlyMemory<byte> content, string file)
{
    private static readonly JsonReaderOptions Options =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// The place of the value at a dotted path below <paramref name="root"/>, or of the nearest one around it.
    /// </summary>
    public string Of(string path, string root = "")
    {
        var wanted = root.Length == 0 ? path : $"{root}.{path}";
        var (best, position) = (0, -1L);
        foreach (var (found, at) in Values())
        {
            if (found.Length > best && (found == wanted || IsAround(found, wanted)))
            {
                (best, position) = (found.Length, at);
            }
        }

        return position < 0 ? file : string.Create(CultureInfo.InvariantCulture, $"{file}:{Place((int)position)}");
    }

    /// <summary>The first key that is twice in its object: both places, and the key; null when none is.</summary>
    public (string Second, string Key, string First)? Twice()
    {
        var known = new Dictionary<(int Object, string Key), long>();
        var (open, objects) = (new Stack<int>(), 0);
        var reader = new Utf8JsonReader(content.Span, Options);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                open.Push(objects++);
            }
            else if (reader.TokenType == JsonTokenType.EndObject)
            {
                open.Pop();
            }
            else if (reader.TokenType == JsonTokenType.PropertyName
                && (open.Peek(), reader.GetString()!) is var key && !known.TryAdd(key, reader.TokenStartIndex))
            {
                return ($"{file}:{Place((int)reader.TokenStartIndex)}", key.Item2, Place((int)known[key]));
            }
        }

        return null;
    }

    private static bool IsAround(string found, string wanted) =>
        wanted.StartsWith(found, StringComparison.Ordinal) && wanted[found.Length] is '.' or '[';

    /// <summary>The path of each value, with the position of its key or, in a list, of itself.</summary>
    private List<(string Path, long Position)> Values()
    {
        var values = new List<(string, long)>();
        var open = new Stack<Container>();
        var reader = new Utf8JsonReader(content.Span, Options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    open.Peek().Key = reader.GetString()!;
                    open.Peek().KeyPosition = reader.TokenStartIndex;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
            }

            var isList = reader.TokenType == JsonTokenType.StartArray;
            var path = open.TryPeek(out var parent) ? parent.PathOfNext(isList) : "";
            values.Add((path, parent is { IsList: false } ? parent.KeyPosition : reader.TokenStartIndex));
            if (isList || reader.TokenType == JsonTokenType.StartObject)
            {
                open.Push(new Container(path, isList));
            }
        }

        return values;
    }

    private string Place(int position)
    {
        var before = content.Span[..position];
        var line = before.Count((byte)'\n') + 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{line}:{Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1}");
    }

    private sealed class Container(string path, bool isList)
    {
        private int index;

        public bool IsList { get; } = isList;

        public string Key { get; set; } = "";

        public long KeyPosition { get; set; }

        // A list may have a key that ends with + or -.
        public string PathOfNext(bool isList) => IsList
            ? string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]")
            : $"{path}.{(isList ? Key.TrimEnd('+', '-') : Key)}".TrimStart('.');
    }
}
