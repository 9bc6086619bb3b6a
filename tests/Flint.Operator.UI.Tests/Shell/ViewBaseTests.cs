using System.ComponentModel;
using Bunit;
using Flint.Operator.UI.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Flint.Operator.UI.Tests.Shell;

public sealed class ViewBaseTests : UITest
{
    [Fact]
    public void Show_FirstTime_LoadsOnceAndRendersWhatWasLoaded()
    {
        var view = Render<ProbeView>(p => p.Add(v => v.Lid, "a"));

        Assert.Equal("a", view.Markup);
        Assert.Equal(1, view.Instance.Probe.Loads);
    }

    [Fact]
    public async Task Change_OfTheViewModel_Renders()
    {
        var view = Render<ProbeView>(p => p.Add(v => v.Lid, "a"));

        await view.InvokeAsync(() => view.Instance.Probe.Text = "changed");

        Assert.Equal("changed", view.Markup);
    }

    [Fact]
    public void Show_AnotherRecord_StartsOverAndLetsGoOfTheOld()
    {
        var view = Render<ProbeView>(p => p.Add(v => v.Lid, "a"));
        var old = view.Instance.Probe;

        view.Render(p => p.Add(v => v.Lid, "b"));

        Assert.Equal("b", view.Markup);
        Assert.NotSame(old, view.Instance.Probe);
        Assert.True(old.IsDisposed);
        Assert.True(old.Token.IsCancellationRequested);
        Assert.False(old.HasListeners);
    }

    [Fact]
    public async Task Show_AnotherRecordWhileLoading_DropsTheOldLoadAndKeepsTheNew()
    {
        var view = Render<ProbeView>(p => p.Add(v => v.Lid, "slow"));
        var old = view.Instance.Probe;

        view.Render(p => p.Add(v => v.Lid, "b"));
        await view.WaitForAssertionAsync(() => Assert.Equal("b", view.Markup));

        Assert.True(old.IsDisposed);
        Assert.False(view.Instance.Probe.IsDisposed);
        Assert.False(view.Instance.Probe.Token.IsCancellationRequested);
    }

    [Fact]
    public void Show_SameRecordAgain_KeepsItsViewModel()
    {
        var view = Render<ProbeView>(p => p.Add(v => v.Lid, "a"));
        var probe = view.Instance.Probe;

        view.Render(p => p.Add(v => v.Lid, "a"));

        Assert.Same(probe, view.Instance.Probe);
        Assert.Equal(1, probe.Loads);
    }

    [Fact]
    public async Task Leave_WhileLoading_CancelsAndDisposesWithoutComplaint()
    {
        var view = Render<ProbeView>(p => p.Add(v => v.Lid, "slow"));
        var probe = view.Instance.Probe;

        await DisposeComponentsAsync();

        Assert.True(probe.Token.IsCancellationRequested);
        Assert.True(probe.IsDisposed);
    }

    private sealed class ProbeView : ViewBase<ProbeViewModel>
    {
        [Parameter] public string Lid { get; set; } = "";

        public ProbeViewModel Probe => ViewModel;

        protected override object? LoadKey => Lid;

        protected override Task LoadAsync(CancellationToken token) => ViewModel.LoadAsync(Lid, token);

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, ViewModel.Text);
    }

    private sealed class ProbeViewModel : INotifyPropertyChanged, IDisposable
    {
        private string _text = "";

        public event PropertyChangedEventHandler? PropertyChanged;

        public int Loads { get; private set; }

        public CancellationToken Token { get; private set; }

        public bool IsDisposed { get; private set; }

        public bool HasListeners => PropertyChanged is not null;

        public string Text
        {
            get => _text;
            set
            {
                _text = value;
                PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(nameof(Text)));
            }
        }

        public async Task LoadAsync(string lid, CancellationToken token)
        {
            Loads++;
            Token = token;
            if (string.Equals(lid, "slow", StringComparison.Ordinal)) await Task.Delay(Timeout.InfiniteTimeSpan, token);
            Text = lid;
        }

        public void Dispose() => IsDisposed = true;
    }
}
