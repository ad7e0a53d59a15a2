using System.Text.Json.Nodes;
using Spectre.Console;

namespace CSharpChef.Cli.Nouns.Answers;

/// <summary>A list: a table on a terminal, and aligned text elsewhere.</summary>
internal static class AnswerTable
{
    private const int Gap = 2;

    public static void Write(IReadOnlyList<string> columns, JsonArray items)
    {
        var titles = columns.Select(Cell.Title).ToArray();
        var rows = items.Select(item => columns.Select(column => Cell.Of(item!, column)).ToArray()).ToList();
        if (Console.IsOutputRedirected)
        {
            Plain([titles, .. rows]);
        }
        else
        {
            Drawn(titles, rows);
        }
    }

    private static void Plain(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length)
            .Select(column => rows.Max(row => row[column].Length) + Gap)
            .ToArray();
        foreach (var row in rows)
        {
            Console.Out.WriteLine(string.Concat(row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static void Drawn(string[] titles, List<string[]> rows)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns([.. titles.Select(Column)]);
        rows.ForEach(row => table.AddRow(row.Select(cell => new Text(cell))));
        AnsiConsole.Write(table);
    }

    // Ids are copied and pasted, so they are not wrapped.
    private static TableColumn Column(string title) =>
        new(new Text(title, new Style(Color.Grey)))
        {
            NoWrap = title.EndsWith(" ID", StringComparison.Ordinal),
            Padding = new Padding(0, 0, Gap, 0)
        };
}
