using CSharpChef.Converge.Discover;

namespace CSharpChef.Converge.Render;

/// <summary>
/// Renders how a program reports the facts that recipes read: at its beginning, when they have changed, and at
/// its end, when it changed the machine.
/// </summary>
internal static class FactsText
{
    public static string Render(ProgramWriter writer, bool verify)
    {
        var facts = writer.Node.Facts;
        var functions = FactsProgram.FunctionNames(facts.Read);
        if (functions.Count == 0)
        {
            return "facts() { :; }\n";
        }

        foreach (var part in FactsProgram.PartNames(facts.Read))
        {
            writer.Parts.Use(part);
        }

        var report = $"facts() {{ {{ {string.Join("; ", functions)}; }} | sed \"s/^/$token fact /\" >&5; }}\n";
        return verify
            ? $"{report}if ! {{ {FactsProgram.Verification(facts, facts.Read)}; }}; then say stale; facts; say end 0; exit; fi\n"
            : report;
    }
}
