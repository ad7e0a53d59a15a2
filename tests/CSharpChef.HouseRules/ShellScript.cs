using System.Text.RegularExpressions;

namespace CSharpChef.HouseRules;

/// <summary>
/// Reads the functions of POSIX shell, as far as the rules for variables need it: which commands each function has, and
/// which variables they assign.
/// </summary>
internal sealed partial class ShellScript
{
    private static readonly string[] Reserved =
        ["if", "then", "else", "elif", "fi", "while", "until", "do", "done", "!", "{", "}", "esac"];

    private readonly string text;
    private readonly Queue<string> hereDocuments = new();
    private List<string> words = [];
    private ShellFunction function;
    private int at;
    private int braces;
    private int subshells;

    private ShellScript(string text)
    {
        this.text = text;
        function = TopLevel;
        Commands();
        Flush();
    }

    public List<ShellFunction> Functions { get; } = [];

    /// <summary>The code outside of all functions.</summary>
    public ShellFunction TopLevel { get; } = new("", []);

    private char Next => at + 1 < text.Length ? text[at + 1] : '\0';

    public static ShellScript Read(string text) => new(text);

    /// <summary>Reads commands to the end, or to the parenthesis that closes a subshell.</summary>
    private void Commands()
    {
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '#': SkipTo('\n'); break;
                case '\n': Flush(); at++; SkipHereDocuments(); break;
                case ' ' or '\t': at++; break;
                case '\\' when Next == '\n': at += 2; break;
                case ';' when Next == ';': Flush(); at += 2; Pattern(); break;
                case ';' or '&' or '|': Flush(); at++; break;
                case '(' when Next == ')' && words.Count == 1: BeginFunction(); break;
                case '(': Flush(); at++; Subshell(); break;
                case ')': Flush(); at++; return;
                case '<' or '>': Redirection(); break;
                default: Add(Word()); break;
            }
        }
    }

    private void Subshell()
    {
        var outer = words;
        words = [];
        subshells++;
        Commands();
        subshells--;
        words = outer;
    }

    private void BeginFunction()
    {
        var comment = text[..at].Split('\n')[..^1].Reverse().TakeWhile(line => line.StartsWith('#')).Reverse();
        function = new ShellFunction(words[0], [.. comment]);
        Functions.Add(function);
        (words, braces) = ([], 0);
        at += 2;
    }

    private void Add(string word)
    {
        if (at < text.Length && text[at] is '<' or '>' && word.All(char.IsAsciiDigit))
        {
            return;
        }

        words.Add(word);
        if (words.Count > 1)
        {
            return;
        }

        if (word == "case")
        {
            words.Clear();
            Skip();
            Word();
            Skip();
            Word();
            Pattern();
        }
        else if (Reserved.Contains(word))
        {
            words.Clear();
            Brace(word);
        }
    }

    private void Brace(string word)
    {
        braces += word switch { "{" => 1, "}" => -1, _ => 0 };
        if (word == "}" && braces == 0)
        {
            function = TopLevel;
        }
    }

    // A pattern ends with a parenthesis; esac, in place of a pattern, ends them all.
    private void Pattern()
    {
        Skip();
        while (at < text.Length && text[at] != ')')
        {
            if (text[at] is ' ' or '|' or '(')
            {
                at++;
            }
            else if (Word() == "esac")
            {
                return;
            }
        }

        at++;
    }

    private void Redirection()
    {
        var isHereDocument = text[at] == '<' && Next == '<';
        while (at < text.Length && text[at] is '<' or '>' or '&' or '|' or ' ')
        {
            at++;
        }

        var target = Word();
        if (isHereDocument)
        {
            hereDocuments.Enqueue(target.Trim('\'', '"'));
        }
    }

    private void SkipHereDocuments()
    {
        while (hereDocuments.TryDequeue(out var end))
        {
            at = text.IndexOf($"{end}\n", at, StringComparison.Ordinal) + end.Length + 1;
        }
    }

    private string Word()
    {
        var start = at;
        while (at < text.Length
            && text[at] is not (' ' or '\t' or '\n' or ';' or '&' or '|' or '(' or ')' or '<' or '>'))
        {
            Character();
        }

        Assert.True(at > start, $"cannot read the shell at: {text[at..Math.Min(text.Length, at + 40)]}");
        return text[start..at];
    }

    private void Character()
    {
        switch (text[at])
        {
            case '\'': at++; SkipTo('\''); at++; break;
            case '"': at++; Quoted('"'); break;
            case '\\': at += 2; break;
            case '$': Expansion(); break;
            default: at++; break;
        }
    }

    private void Quoted(char end)
    {
        while (text[at] != end)
        {
            if (end == '"' && text[at] == '\'')
            {
                at++;
            }
            else
            {
                Character();
            }
        }

        at++;
    }

    private void Expansion()
    {
        if (Next == '(' && at + 2 < text.Length && text[at + 2] == '(')
        {
            Arithmetic();
        }
        else if (Next == '(')
        {
            at += 2;
            Subshell();
        }
        else if (Next == '{')
        {
            Assign(AssigningExpansion().Match(text, at));
            at += 2;
            Quoted('}');
        }
        else
        {
            at++;
        }
    }

    private void Arithmetic()
    {
        var end = text.IndexOf("))", at, StringComparison.Ordinal);
        var expression = text[(at + 3)..end];
        foreach (Match match in AssigningOperator().Matches(expression))
        {
            Assign(match);
        }

        at = end + 2;
    }

    private void Assign(Match match)
    {
        if (match.Success)
        {
            function.Assigned.Add(match.Groups["name"].Value);
        }
    }

    /// <summary>Ends a command and looks at what it assigns.</summary>
    private void Flush()
    {
        var assigned = words.TakeWhile(word => Assignment().IsMatch(word))
            .Select(word => word.Split('=')[0])
            .ToList();
        var command = words.Skip(assigned.Count).ToList();
        words = [];
        if (command.Count == 0)
        {
            function.Assigned.UnionWith(assigned);
            return;
        }

        function.Given.AddRange(assigned.Select(variable => (variable, command[0])));
        var arguments = command.Skip(1).Where(word => !word.StartsWith('-'));
        switch (command[0])
        {
            case "local": function.LocalWords.AddRange(arguments); break;
            case "read": function.Assigned.UnionWith(arguments.Where(name => name != "_")); break;
            case "for": function.Assigned.Add(command[1]); break;
            case "getopts": function.Assigned.Add(command[2]); break;
            case "export"
                or "readonly":
                function.Assigned.UnionWith(arguments.Select(word => word.Split('=')[0])); break;
            default: Call(command[0]); break;
        }
    }

    private void Call(string command)
    {
        if (subshells == 0 || command == "eval")
        {
            function.Calls.Add(command);
        }
    }

    private void Skip()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\n')
        {
            at++;
        }
    }

    private void SkipTo(char end)
    {
        while (at < text.Length && text[at] != end)
        {
            at++;
        }
    }

    [GeneratedRegex(@"^[A-Za-z_]\w*=")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\G\$\{(?<name>[A-Za-z_]\w*):?=")]
    private static partial Regex AssigningExpansion();

    [GeneratedRegex(
        @"(?<name>[A-Za-z_]\w*)\s*(?:[-+*/%&|^]=|<<=|>>=|=(?!=)|\+\+|--)|(?:\+\+|--)\s*(?<name>[A-Za-z_]\w*)")]
    private static partial Regex AssigningOperator();
}
