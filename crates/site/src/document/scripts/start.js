{let{script:s,module:m}=document.currentScript.dataset,root=document.documentElement.dataset,held=new Set,begun,idle=window.requestIdleCallback??(f=>setTimeout(f,50)),
hold=e=>{let a=e.target.closest?.("a[href^='?'],a[href^='#']");if(!a||e.button||e.ctrlKey||e.metaKey||e.shiftKey||e.altKey)return;if(a.hash)root.whole="";else if(!held.has(a)){e.preventDefault();a.setAttribute("aria-busy","true");held.add(a)}},
start=async()=>{if(begun)return;begun=1;let ok;
try{let app=await import(s);await app.default({module_or_path:m});await new Promise(f=>setTimeout(f));ok=await app.start()}catch(e){console.info("Perfil: the page stays static.",e)}
ok||delete root.reading;removeEventListener("click",hold,true);for(let a of held)a.removeAttribute("aria-busy"),ok?a.click():location.assign(a.href)},
all=[...document.querySelectorAll(".sections>*")],at=0,lay=()=>{let e=!("whole"in root)&&all[at++];e?(e.style.contentVisibility="visible",e.offsetTop,idle(lay)):(root.whole="",all.map(e=>e.removeAttribute("style")))},
once=()=>{once=()=>{};idle(start,{timeout:2e3});idle(lay)};
addEventListener("click",hold,true);for(let n of["pointerdown","keydown","focusin"])addEventListener(n,start,{once:true,passive:true});
addEventListener("load",()=>{new PerformanceObserver(()=>once()).observe({type:"paint",buffered:true});setTimeout(()=>once(),4e3)})}
