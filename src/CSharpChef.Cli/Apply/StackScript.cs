using System.Text;
using System.Text.Json.Nodes;

namespace CSharpChef.Cli;

/// <summary>A stack of the server as the file that declares it. Secrets become words that read them from the environment.</summary>
internal static class StackScript
{
    public static string Of(ActualStack stack)
    {
        var text = new StringBuilder();
        foreach (var part in stack.Parts)
        {
            if (part.Kind == PartKind.Stack || text.Length > 0)
            {
                text.Append(text.Length > 0 ? "\n" : "");
            }

            text.Append(part.IsRegistered ? $"// {part.Key} is a registered machine, which a file cannot make: csharpchef instance register\n" : Of(part, stack));
        }

        return text.ToString();
    }

    private static string Of(ActualPart part, ActualStack stack)
    {
        var usual = UsualMembers.Of(part, stack.Stack!.Members);
        var lines = new PartScript(part, usual).Lines();
        var name = CSharpText.Of(part.Kind == PartKind.Permission && stack.Users.GetValueOrDefault(part.Label) == part.Key ? part.Label : part.Key);
        var letter = part.Kind.Word[..1];
        return lines.Count == 0
            ? $"{part.Kind.Noun}({name});\n"
            : $"{part.Kind.Noun}({name}, {letter} =>\n{{\n{string.Concat(lines.Select(line => $"    {letter}.{line};\n"))}}});\n";
    }
}
