#include "gui/app/window.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <atomic>
#include <cctype>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace switchroom::gui {

namespace {

std::atomic<bool> window_is_open = false;

struct KeyRelease {
    int key, scancode, mods;
};

/// What GLFW's callbacks need, by the window's user pointer.
struct Callbacks {
    Workbench* workbench = nullptr;
    std::string title; ///< that the window has now
    /// Dear ImGui 1.86 sees keys once a frame: one that goes down and up between two frames would be lost, so
    /// releases that follow a press wait until a frame has seen it.
    bool pressed_since_frame = false;
    std::vector<KeyRelease> late_releases;
    int frames_wanted = 3; ///< Dear ImGui needs some frames to come to rest after an input
};

Callbacks& callbacks_of(GLFWwindow* window)
{
    return *static_cast<Callbacks*>(glfwGetWindowUserPointer(window));
}

void stay_awake(GLFWwindow* window)
{
    callbacks_of(window).frames_wanted = 3;
}

/// GLFW names keys by their place on an English keyboard; shortcuts are meant by their letter.
int key_by_letter(int key, int scancode)
{
    const char* name = key >= GLFW_KEY_A && key <= GLFW_KEY_Z ? glfwGetKeyName(key, scancode) : nullptr;
    if (name && name[1] == '\0' && std::isalpha(static_cast<unsigned char>(name[0])))
        return std::toupper(static_cast<unsigned char>(name[0]));
    return key;
}

void install_callbacks(GLFWwindow* window)
{
    ImGui_ImplGlfw_InitForOpenGL(window, false);
    glfwSetWindowFocusCallback(window, ImGui_ImplGlfw_WindowFocusCallback);
    glfwSetCursorEnterCallback(window, ImGui_ImplGlfw_CursorEnterCallback);
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int mods) {
        stay_awake(w);
        ImGui_ImplGlfw_MouseButtonCallback(w, button, action, mods);
    });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { stay_awake(w); });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
        stay_awake(w);
        ImGui_ImplGlfw_ScrollCallback(w, x, y);
    });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        stay_awake(w);
        Callbacks& callbacks = callbacks_of(w);
        const int letter = key_by_letter(key, scancode);
        if (action == GLFW_RELEASE && callbacks.pressed_since_frame) {
            callbacks.late_releases.push_back({letter, scancode, mods});
            return;
        }
        callbacks.pressed_since_frame = callbacks.pressed_since_frame || action == GLFW_PRESS;
        ImGui_ImplGlfw_KeyCallback(w, letter, scancode, action, mods);
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int c) {
        stay_awake(w);
        ImGui_ImplGlfw_CharCallback(w, c);
    });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { stay_awake(w); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { stay_awake(w); });
    glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
        stay_awake(w);
        for (int i = 0; i < count; ++i)
            callbacks_of(w).workbench->open(paths[i]);
    });
}

float monitor_scale()
{
    float x = 1.0F;
    float y = 1.0F;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor())
        glfwGetMonitorContentScale(monitor, &x, &y);
    return std::clamp(std::max(x, y), 1.0F, 4.0F);
}

void draw_frame(GLFWwindow* window, Stage& stage, double seconds)
{
    if (stage.prepare())
        ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_NewFrame();
    if (ImGui::GetIO().Fonts->TexID == nullptr)
        ImGui_ImplOpenGL3_CreateFontsTexture();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    stage.draw(seconds);
    ImGui::Render();
    stage.finish();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    glViewport(0, 0, width, height);
    const Colour ground = stage.ui().look().ground;
    glClearColor(static_cast<float>(ground.r) / 255.0F, static_cast<float>(ground.g) / 255.0F,
                 static_cast<float>(ground.b) / 255.0F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
}

void let_go_late(GLFWwindow* window, Callbacks& callbacks)
{
    callbacks.pressed_since_frame = false;
    for (const KeyRelease& release : std::exchange(callbacks.late_releases, {}))
        ImGui_ImplGlfw_KeyCallback(window, release.key, release.scancode, GLFW_RELEASE, release.mods);
}

void run_frames(GLFWwindow* window, Stage& stage, Callbacks& callbacks)
{
    using Clock = std::chrono::steady_clock;
    auto last = Clock::now();
    Workbench& workbench = stage.workbench();
    while (!glfwWindowShouldClose(window) && !workbench.wants_to_quit) {
        if (callbacks.frames_wanted > 0 || stage.ui().animates)
            glfwPollEvents();
        else
            glfwWaitEventsTimeout(0.5);
        const auto now = Clock::now();
        const double seconds = std::chrono::duration<double>(now - last).count();
        last = now;
        callbacks.frames_wanted = std::max(callbacks.frames_wanted - 1, 0);
        draw_frame(window, stage, seconds);
        let_go_late(window, callbacks);
        if (std::string title = workbench.title(); title != callbacks.title) {
            glfwSetWindowTitle(window, title.c_str());
            callbacks.title = std::move(title);
        }
    }
    Settings& settings = workbench.desk.settings;
    glfwGetWindowSize(window, &settings.width, &settings.height);
}

std::string last_glfw_error()
{
    const char* words = nullptr;
    glfwGetError(&words);
    return words ? words : "no reason given";
}

} // namespace

void wake_window()
{
    if (window_is_open)
        glfwPostEmptyEvent();
}

std::string run_window(Workbench& workbench, const WindowOptions& options)
{
    if (!glfwInit())
        return "no window can be opened here: " + last_glfw_error() +
               " (a picture can be drawn without one: --screenshot FILE.png)";
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    GLFWwindow* window = glfwCreateWindow(options.width, options.height, "Switchroom", nullptr, nullptr);
    if (!window) {
        const std::string problem = last_glfw_error();
        glfwTerminate();
        return "no window can be opened here: " + problem;
    }
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    Callbacks callbacks;
    callbacks.workbench = &workbench;
    glfwSetWindowUserPointer(window, &callbacks);
    {
        Stage stage(workbench, static_cast<float>(options.scale.value_or(monitor_scale())));
        install_callbacks(window);
        ImGui_ImplOpenGL3_Init("#version 150");
        window_is_open = true;
        run_frames(window, stage, callbacks);
        window_is_open = false;
        ImGui_ImplOpenGL3_Shutdown();
        ImGui_ImplGlfw_Shutdown();
    }
    glfwDestroyWindow(window);
    glfwTerminate();
    return {};
}

} // namespace switchroom::gui
