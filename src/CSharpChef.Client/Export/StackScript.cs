using CSharpChef.Client.Parts;

namespace CSharpChef.Client.Export;

/// <summary>
/// Writes a stack of the server as the file that declares it. Secrets become calls that read environment variables.
/// </summary>
internal static class StackScript
{
    public static string Of(ActualStack stack) =>
        string.Join('\n', stack.Parts.Select(part => part.IsRegistered ? Comment(part) : Of(part, stack)));

    private static string Comment(ActualPart part) =>
        $"// {part.Key} is a registered machine, which a file cannot make: csharpchef instance register\n";

    private static string Of(ActualPart part, ActualStack stack)
    {
        var defaults = Defaults.Of(part, stack.Stack!.Members);
        var lines = new PartScript(part, defaults).Lines();
        var name = CSharpText.Of(stack.Users.GetValueOrDefault(part.Label) == part.Key ? part.Label : part.Key);
        var letter = part.Kind.Word[..1];
        return lines.Count == 0
            ? $"{part.Kind.Noun}({name});\n"
            : $"{part.Kind.Noun}({name}, {letter} =>\n{{\n{string.Concat(lines.Select(line => $"    {letter}.{line};\n"))}}});\n";
    }
}
