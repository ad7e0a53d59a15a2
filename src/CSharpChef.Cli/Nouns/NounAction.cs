using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Nouns.Answers;
using CSharpChef.Cli.Nouns.Requests;
using CSharpChef.Cli.Options;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Names;
using CSharpChef.Stacks.Operations;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns;

/// <summary>Runs a verb of a noun: reads the request, calls the operation, prints the answer.</summary>
internal sealed class NounAction
{
    private readonly Operation operation;
    private readonly NounVerb verb;
    private readonly RequestOptions request;
    private readonly AnswerWriter writer;
    private readonly ProfileOptions server = new();
    private readonly Option<string?> scope = new("--stack")
    {
        Description = "The stack to look in, by name or id. Default: the only stack.",
        HelpName = "STACK",
    };
    private readonly Option<bool> json = new("--json") { Description = "Print the answer of the API as it is." };
    private readonly Option<bool> yes = new("--yes", "-y") { Description = "Do it without asking." };
    private readonly Option<bool> watch = new("--watch", "-w")
    {
        Description = "Refresh every 2 seconds until Ctrl-C, or with --wait until nothing is in progress.",
    };

    private readonly Option<bool> wait = new("--wait")
    {
        Description =
            "Wait until nothing is in progress, and exit with 0 when nothing failed, else with 1. Prints each change of a status.",
    };

    private NounAction(Noun noun, NounVerb verb)
    {
        this.verb = verb;
        operation = ApiTargets.Find(verb.Operation);
        request = new(operation, verb);
        scope.CompletionSources.Add(context => ServerCompletions.OfUser().Of("StackId", context.ParseResult)
            .Select(word => new CompletionItem(word)));
        writer = new(operation, verb, verb.Columns ?? noun.Columns);
    }

    public static Command Create(Noun noun, NounVerb verb, bool whole)
    {
        var action = new NounAction(noun, verb);
        var command = new Command(
            verb.Name,
            whole
                ? $"{Description(noun, verb, action.operation)}\n\n{Example(noun, verb, action.operation)}"
                : Description(noun, verb, action.operation));
        if (whole)
        {
            action.AddTo(command);
        }

        return command;
    }

    // show and list call the same operation, and its description is that of list.
    private static string Description(Noun noun, NounVerb verb, Operation operation) =>
        verb is { Name: "show", Arguments.Length: > 0 }
            ? $"Shows all values of one {noun.Name} or of several, by name or id."
            : verb.Description ?? operation.Description;

    private static string Example(Noun noun, NounVerb verb, Operation operation)
    {
        var arguments = string.Concat(verb.Arguments.Select((name, number) =>
            $" {(number == 0 ? verb.Choice?.Name : null) ?? MemberName.Upper(name)}"));
        var options = operation.Input.Members
            .Where(member => member.Required && !verb.Arguments.Contains(member.Name))
            .Where(member => member.Name != verb.Fixed?.Member && !verb.Defaults.ContainsKey(member.Name))
            .Select(member => $" --{MemberName.Short(member.Name)} ...");
        return $"""
            Calls {operation.Name}. Write @FILE to read a value from a file, and - to read it from standard input.

            Example:
              csharpchef {noun.Name} {verb.Name}{arguments}{string.Concat(options)}
            """;
    }

    private void AddTo(Command command)
    {
        request.AddTo(command);
        var verbOptions = new List<Option>();
        verbOptions.AddRange(RequestNames.NeedsScope(operation) ? [scope] : []);
        verbOptions.AddRange(verb.Removes || verb.Question is not null ? [yes] : []);
        verbOptions.AddRange(verb.CanBeWatched ? [watch] : []);
        if (!verb.CanBeWatched)
        {
            wait.Aliases.Add("--watch");
        }

        verbOptions.AddRange(verb.CanBeWatched || verb.Polled is not null ? [wait] : []);
        verbOptions.Add(json);
        verbOptions.ForEach(command.Options.Add);
        server.AddTo(command);
        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var body = request.Read(parsed);
        var subject = verb.Arguments is [var first, ..] ? Cell.Of(body[first]) : "";
        using var api = server.Client(parsed);
        await new RequestNames(operation, new NameResolver(api)).ResolveAsync(
            body, parsed.GetResult(scope) is null ? null : parsed.GetValue(scope), ct);
        request.CheckRequired(body);
        if (!IsSet(parsed, yes) && !await IsConfirmedAsync(api, body, subject, ct))
        {
            return 1;
        }

        Task<string> Call() => api.SendAsync(operation.Target, body.ToJsonString(), ct);
        return verb.CanBeWatched && (IsSet(parsed, watch) || IsSet(parsed, wait))
            ? await new Watch(
                Call, answer => Print(parsed, answer), IsSet(parsed, watch), IsSet(parsed, wait)).RunAsync(ct)
            : await AnswerAsync(parsed, api, body, ct);
    }

    private async Task<bool> IsConfirmedAsync(ApiClient api, JsonObject body, string subject, CancellationToken ct) =>
        verb.Question is { } ask && await ask(api, body, ct) is { } question ? Ask.Require(question)
        : !verb.Removes || Ask.Confirm($"{operation.Name} {subject}");

    private async Task<int> AnswerAsync(ParseResult parsed, ApiClient api, JsonObject body, CancellationToken ct)
    {
        var answer = await api.SendAsync(operation.Target, body.ToJsonString(), ct);
        var code = Print(parsed, answer);
        if (verb.Polled is not { } then || !IsSet(parsed, wait))
        {
            return code;
        }

        var request = then.Request(JsonNode.Parse(answer)!, body).ToJsonString();
        var last = "";
        var ended = await new Watch(
            async () => last = await PollAsync(api, then.Operation, request, ct), _ => 0, shows: false, waits: true)
            .RunAsync(ct);
        if (ended != 0 && !ct.IsCancellationRequested)
        {
            await new FailureNotes(api.CallAsync).WriteAsync(JsonNode.Parse(last)!, ct);
        }

        return ended;
    }

    // What a removal waits for is that there is nothing any more.
    private async Task<string> PollAsync(ApiClient api, string polled, string request, CancellationToken ct)
    {
        try
        {
            return await api.SendAsync(polled, request, ct);
        }
        catch (ApiException e) when (verb.Removes && e.IsNotFound)
        {
            return "{}";
        }
    }

    private static bool IsSet(ParseResult parsed, Option<bool> option) =>
        parsed.GetResult(option) is not null && parsed.GetValue(option);

    private int Print(ParseResult parsed, string answer)
    {
        if (parsed.GetValue(json))
        {
            Console.Out.WriteLine(answer);
        }
        else
        {
            writer.Write((JsonObject)JsonNode.Parse(answer)!);
        }

        return 0;
    }
}
